/** How long a notice is kept, read or not. */
export const keptDays = 90
