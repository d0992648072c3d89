export const REAL_SLUG = "reengage-belarus";
export const REHEARSAL_SLUG = `${REAL_SLUG}-rehearsal`;
