import { hashOf } from "@/db/sealing";

/** Where a tab keeps a round's answers: another expert at this device must not be given what this one left behind. */
export const storageKeyOf = (seatId: Buffer, round: number): string =>
  `tholos ${hashOf(`form ${seatId.toString("hex")}`).slice(0, 16)} ${round} `;
