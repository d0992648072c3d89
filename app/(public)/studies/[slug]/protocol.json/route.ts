import { protocolFile } from "@/app/_server/protocol-file";
import { visitor } from "@/db/actor";
import { readersProtocol } from "@/db/queries/locked-protocol";

export const GET = async (_request: Request, { params }: { params: Promise<{ slug: string }> }) => {
  const { slug } = await params;
  return protocolFile(() => readersProtocol(visitor, { study: slug }));
};
