// A charge point on npm's ocpp-rpc, which checks all it receives against the schemas of OCPP 1.6.
// node charger.mjs ws://127.0.0.1:9000/ocpp RPC-1: boots, beats, sends garbage, beats again, waits for a Reset, leaves.
// Each step is one line of JSON on standard output.
import ocpp from "ocpp-rpc";

const [endpoint, identity] = process.argv.slice(2);
const charger = new ocpp.RPCClient({ endpoint, identity, protocols: ["ocpp1.6"], strictMode: true, reconnect: false });
const told = (step, what) => console.log(JSON.stringify({ step, what }));

const reset = new Promise((resolve) => {
  charger.handle("Reset", ({ params }) => {
    resolve(params);
    return { status: "Accepted" };
  });
});

await charger.connect();
told("boot", await charger.call("BootNotification", { chargePointVendor: "ocpp-rpc", chargePointModel: "Node" }));
told("heartbeat", await charger.call("Heartbeat", {}));
charger.sendRaw(Buffer.from([0, 1, 2, 255]));
charger.sendRaw("garbage, not a frame");
charger.sendRaw("[2]");
told("heartbeat", await charger.call("Heartbeat", {}));
told("reset", await reset);
told("close", await charger.close({ code: 1000, awaitPending: true }));
