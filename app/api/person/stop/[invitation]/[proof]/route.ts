import { redirect } from "next/navigation";
import { jsonAnswer } from "@/app/_server/json";
import { visitor } from "@/db/actor";
import { stopReminders } from "@/db/commands/stop-reminders";

type Context = { params: Promise<{ invitation: string; proof: string }> };

/**
 * Stops reminders at one click in a mail program (RFC 8058). The address carries its proof, since a mail program
 * sends no page of ours along; it can do nothing else.
 */
export const POST = async (_request: Request, { params }: Context): Promise<Response> => {
  const { invitation, proof } = await params;
  return jsonAnswer("link-unknown", () => stopReminders(visitor, { invitation, proof }));
};

/** Following the address, as people and mail scanners do, stops nothing. */
export const GET = (): never => redirect("/person");
