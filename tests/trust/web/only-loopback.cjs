// Loaded before everything else of a process: writes down every connection that leaves this machine, and refuses it.
const { appendFileSync } = require("node:fs");
const net = require("node:net");

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...given) {
  const [first] = Array.isArray(given[0]) ? given[0] : given;
  const host = typeof first === "object" && first !== null ? first.host : undefined;
  if (host && !/^(localhost|127\.|::1$|\[::1\])/.test(host)) {
    appendFileSync(process.env.TEST_OUTBOUND_LOG, `${host}\n`);
    throw new Error(`connections to ${host} are refused in this test`);
  }
  return connect.apply(this, given);
};
