/** Names under which sockets listen. */
export const customerTopic = (shopId: string, customerId: string): string => `customer/${shopId}/${customerId}`;
export const staffTopic = (shopId: string, staffId: string): string => `staff/${shopId}/${staffId}`;
/** Who may oversee everything. */
export const overseersTopic = (shopId: string): string => `overseers/${shopId}`;
/** Every member of staff with a window open. */
export const everyoneTopic = (shopId: string): string => `everyone/${shopId}`;
export const watchTopic = (shopId: string, conversationId: string): string => `watch/${shopId}/${conversationId}`;
