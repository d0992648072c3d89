import { notFound } from "next/navigation";
import { NotFound } from "@/db/run";

/** Runs a query for a page: what is missing or forbidden becomes the page "not found". */
export async function load<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
}
