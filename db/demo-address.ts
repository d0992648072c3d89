/** The demo facilitator's place on the roll. Nothing can be mailed there: .invalid names no host (RFC 2606). */
export const DEMO_ADDRESS = "facilitator@demo.invalid";
