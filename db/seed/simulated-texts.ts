type Side = "lower" | "higher";

/**
 * Invented for the rehearsal: reasons that simulated experts give on either side of an item. Shown only in
 * studies that carry the mark "simulated panel".
 */
export const SIMULATED_REASONS: Readonly<Record<string, Partial<Record<Side, readonly string[]>>>> = {
  stance: {
    higher: [
      "Five years of isolation have moved Minsk closer to Moscow. A policy that produces the opposite of its aim should be tested against an alternative.",
      "Talking is not a reward. We keep every sanction that matters and still learn what the other side would give.",
    ],
    lower: [
      "Every earlier thaw ended with the prisons full again. The price was paid up front and the promise was not kept.",
      "Bargaining over prisoners makes new prisoners worth taking.",
    ],
  },
  "low-cost-contacts": {
    higher: [
      "Visits cost nothing that cannot be taken back the next day, and they show who in the system is willing to talk.",
      "Several member states have never stopped meeting Minsk. A common line on contact is better than ten separate ones.",
    ],
    lower: [
      "A handshake is the one thing the regime cannot buy elsewhere. It should not be the first thing we give.",
      "Low cost for us, high value for them: pictures of European visitors are shown on state television for weeks.",
    ],
  },
  "non-war-leverage": {
    higher: [
      "Some measures date from before the war and answer a different question. They are the natural currency for releases.",
      "If steps are small, watched and reversible, the risk is bounded. If we never try, the leverage simply expires.",
    ],
    lower: [
      "The line between war-related and other sanctions does not exist in practice: potash money and border pressure serve the same budget.",
    ],
  },
  "no-concessions": {
    higher: [
      "Drones and missiles have flown from there. As long as this goes on, any gesture tells Moscow that the cost of helping it is low.",
    ],
    lower: [
      "A rule that forbids every step also forbids the steps that would bring people home.",
      "It leaves the whole file to Washington and to Moscow.",
    ],
  },
  "enforce-war-sanctions": {
    higher: [
      "Circumvention is the cheapest gap to close, and closing it needs no agreement with anybody in Minsk.",
      "This is the part on which all of us agree; doing it well gives the rest of the policy its credibility.",
    ],
  },
  "snapback-suspension": {
    higher: [
      "An automatic return makes the promise credible to both sides: they know what they lose, and we need no new unanimity.",
    ],
    lower: [
      "In practice nothing snaps back. Companies return, interests form, and the Council would have to vote against them.",
    ],
  },
  "reopen-crossings": {
    higher: ["Closed crossings hurt border towns and families, not the people who take the decisions."],
    lower: [
      "Balloons and pushed migrants came over that border. Opening it before this ends rewards the pressure.",
    ],
  },
  "tighten-sanctions": {
    higher: ["The last packages were full of exemptions. Pressure that leaks was never really tried."],
    lower: [
      "There is little left that would hurt the leadership more than the population, and each step pushes trade further east.",
    ],
  },
  mobility: {
    higher: [
      "Students who spend a year in Vilnius or Warsaw are the cheapest investment in the country's future.",
      "The visa wall punishes those who would leave the system if they could.",
    ],
  },
  "civil-society": {
    higher: [
      "Independent media still reach about a third of the country. Without outside money they would close within a year.",
    ],
  },
  "negotiated-transition": {
    higher: [
      "It is the only outcome that does not depend on a collapse, so it is worth preparing even if it is far away.",
    ],
    lower: ["There is nobody inside the system who could sign such a deal and keep it."],
  },
  "democratic-forces": {
    lower: [
      "Recognition abroad should follow reach at home; after five years in exile this is harder to show.",
    ],
    higher: [
      "If Europe does not treat them as its partner, the only Belarusian at the table is the one in power.",
    ],
  },
  "divide-roles": {
    lower: [
      "A division of roles works only if both parts are played on purpose. Nobody has agreed to this script.",
    ],
  },
  "failed-engagement": {
    higher: [
      "Arrests have gone on at the pace of the releases. The bargain is already failing by its own measure.",
    ],
  },
};

export const SIMULATED_OPEN_ANSWERS: Readonly<Record<string, readonly string[]>> = {
  "missing-option": [
    "An independent mechanism that documents what happens to people after their release, with access for the International Committee of the Red Cross.",
    "Safe return: what Europe would ask for those who were forced out of the country and wish to go back.",
    "A common fund for the border regions of Poland, Lithuania and Latvia, so that the cost of closure is not borne locally.",
  ],
  "change-my-mind": [
    "A full release without expulsion, followed by six months without new political cases.",
    "New attacks on Ukraine launched from Belarusian territory.",
    "A change at the top that is negotiated rather than inherited.",
    "A ceasefire that leaves the military presence in Belarus unresolved.",
  ],
};
