/** Said to the page before its device is forgotten: whatever writes into this browser ends at once. */
export const forgetting = 'newleaf-forgetting'
