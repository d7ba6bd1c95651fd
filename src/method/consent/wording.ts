/**
 * The versions of the words by which consent is asked, aloud and on a form: what is stored with each consent (law R5, R6). The words
 * stand in `language`; changing them makes a new version, and an old one stays readable for as long as a consent names it.
 */
export const consentWordings = ['oral-1', 'form-1'] as const
/** One of the versions. */
export type ConsentWording = (typeof consentWordings)[number]

/** The version said today in a call. */
export const oralWording: ConsentWording = 'oral-1'
/** The version shown today on a form. */
export const formWording: ConsentWording = 'form-1'
/** Every version that a form ever showed: a consent that names another one would be of words nobody knows (law R5). */
export const formWordings = [formWording] as const
