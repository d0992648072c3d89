import { deskActor } from "@/app/_server/actor";
import { protocolFile } from "@/app/_server/protocol-file";
import { desksProtocol } from "@/db/queries/locked-protocol";

export const GET = async (_request: Request, { params }: { params: Promise<{ slug: string }> }) => {
  const { slug } = await params;
  return protocolFile(async () => desksProtocol(await deskActor(), { study: slug }));
};
