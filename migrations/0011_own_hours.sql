-- What she says of her own days: the hours she works, how bold a suggested goal may be and its most, a day taken lightly, and the day on which she
-- joined a challenge that had begun.
alter table settings
  add column hours jsonb,
  add column goal_rules jsonb not null default '{"most": null, "boldness": "sustainable"}';
alter table day_page add column is_light boolean not null default false;
alter table challenge add column joined_on date;
