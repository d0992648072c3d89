import type { Protocol } from "./protocol";

/**
 * "Who can see what", generated from a study's real settings: for each audience the facts that apply. Each is
 * a key of the message catalogue (`audience.<who>.<fact>`), so the page says what the settings do.
 */
export type AudienceFact = { readonly who: Audience; readonly fact: string };
export type Audience = "experts" | "facilitator" | "readers" | "operator" | "yourself" | "limits";

export function whoCanSeeWhat(
  protocol: Protocol,
  study: { readonly simulated: boolean; readonly linksFileMade: boolean; readonly severed: boolean },
): readonly AudienceFact[] {
  const { feedback, aboutExperts: { interests } = {} } = protocol;
  const strict = protocol.anonymity === "strict" && !study.simulated;
  const facts: (AudienceFact | false)[] = [
    { who: "experts", fact: "no-names" },
    feedback.distribution && { who: "experts", fact: "distribution" },
    feedback.reasons && { who: "experts", fact: "reasons" },
    feedback.reasons && { who: "experts", fact: "sides" },
    feedback.reasons && { who: "experts", fact: "minds" },
    protocol.showsIntervals === true && { who: "experts", fact: "intervals" },
    feedback.strata && protocol.strata.length > 1 && { who: "experts", fact: "strata" },
    { who: "facilitator", fact: "invited" },
    { who: "facilitator", fact: strict ? "finished-strict" : "finished" },
    { who: "facilitator", fact: "declined" },
    { who: "facilitator", fact: "texts" },
    interests === "counts" && { who: "facilitator", fact: "interests" },
    { who: "facilitator", fact: "questions" },
    { who: "facilitator", fact: "never-answers" },
    { who: "readers", fact: "closed-rounds" },
    { who: "readers", fact: "minimum-group" },
    interests !== undefined && { who: "readers", fact: `interests-${interests}` },
    study.linksFileMade && { who: "operator", fact: "links-file" },
    { who: "operator", fact: study.severed ? "severed" : strict ? "strict" : "sealed" },
    { who: "operator", fact: "backups" },
    { who: "yourself", fact: "open-round" },
    { who: "yourself", fact: "closed-round" },
    { who: "yourself", fact: study.severed ? "severed" : "severing" },
    strict && !study.severed && { who: "yourself", fact: "link-replaced" },
    { who: "limits", fact: "style" },
    { who: "limits", fact: "unanimity" },
    { who: "limits", fact: "collusion" },
    !study.simulated && { who: "limits", fact: "dummies" },
  ];
  return facts.filter((fact) => fact !== false);
}
