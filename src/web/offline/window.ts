/** Days before today whose activities are on the device one by one; daily counts tell of those before. */
export const daysKept = 90
