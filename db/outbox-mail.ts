import { z } from "zod";

/** A mail of the demo as it would have left. It holds live links, so it is stored sealed (purpose "outbox"). */
export const OutboxMail = z.strictObject({
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
});
export type OutboxMail = z.infer<typeof OutboxMail>;
