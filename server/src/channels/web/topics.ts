/** Names under which sockets listen. */
export const customerTopic = (shopId: string, customerId: string): string => `customer/${shopId}/${customerId}`;
export const staffTopic = (shopId: string, staffId: string): string => `staff/${shopId}/${staffId}`;
/** Who may oversee everything. */
export const overseersTopic = (shopId: string): string => `overseers/${shopId}`;
/** Every member of staff with a window open. */
export const everyoneTopic = (shopId: string): string => `everyone/${shopId}`;
/** Agents who look at what still waits: they hear of it until somebody has it. */
export const waitingTopic = (shopId: string, conversationId: string): string =>
  `${watchTopic(shopId, "waiting-")}${conversationId}`;
export const watchTopic = (shopId: string, conversationId: string): string => `watch/${shopId}/${conversationId}`;
/** Who looks at the figures of the whole shop. */
export const wallTopic = (shopId: string): string => `wall/${shopId}`;
