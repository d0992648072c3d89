import { seatActor } from "@/app/_server/actor";
import { protocolFile } from "@/app/_server/protocol-file";
import { panelsProtocol } from "@/db/queries/locked-protocol";

export const GET = () => protocolFile(async () => panelsProtocol(await seatActor(), {}));
