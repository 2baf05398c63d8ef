/** What chargers and their tools call the fields that an address goes into, and what belongs there. */
export const entryWords = {
  heading: "What to type into the charger",
  lead: "Tools name the same few fields in many ways. CP1 stands for the name you choose.",
  field: "The field is called",
  enter: "Enter",
  rows: {
    url: "Server URL, backend URL, central system, CSMS or OCPP endpoint",
    urlHint: "Most chargers add their identity to it. If nothing comes, try it with the identity at the end.",
    secure: "The same with TLS (wss, secure WebSocket, security profile 2 or 3)",
    secureHint: "Only with a certificate in front of this relay that the charger trusts.",
    parts: "Host, port and path, each in a field of its own",
    identity: "Charge point ID, ChargeBox ID, station or asset identity",
    identityHint: "Any name. It becomes the end of the address and the name of its page here.",
    version: "Protocol, OCPP version",
    versionEnter: "OCPP 1.6 JSON (OCPP-J, WebSocket), 2.0.1 or 2.1",
    versionHint: "Not SOAP, and not XML.",
    password: "Password, authorization key, security profile",
    passwordEnter: "empty, profile 0",
    passwordHint: "This relay asks for none.",
  },
};
