/** The page "Why does it not connect?". */
export const helpWords = {
  title: "Why does it not connect?",
  knocks: "Knocks of the last hour",
  nothingSeen:
    "No knock at all: address, firewall, DNS or SIM. Chargers often cannot resolve local names: use the IP address.",
  whatItCanBe: "What it can be",
  /** Why chargers are turned away, and what to change; the same words as the relay's own advice. */
  reasons: [
    { name: "No identity", words: "The charger called without a name. Add one: …/ocpp/CP1." },
    { name: "Wrong path", words: "Taken as the last part of it, although the path is unusual." },
    { name: "No version in common", words: "It offered ocpp1.4. Choose 1.6, 2.0.1 or 2.1." },
    {
      name: "No subprotocol",
      words: "It named no OCPP version; taken as 1.6. If its frames look wrong, set the version.",
    },
    { name: "SOAP", words: "The charger sent an HTTP POST, which is OCPP over SOAP. Choose OCPP-J or JSON." },
    { name: "TLS on a plain port", words: "The charger tried wss://. Give it the ws:// address." },
    { name: "Plain on a TLS port", words: "The charger tried ws://. Give it the wss:// address." },
    {
      name: "401",
      words: "Name or password wrong. The user must be the identity; a 1.6 key may be typed as text or hex.",
    },
    { name: "Flapping", words: "Two chargers use this identity." },
    { name: "Too fast", words: "It tries more than 5 times a second." },
    {
      name: "Nothing seen",
      words:
        "No knock from it at all: address, firewall, DNS or SIM. Chargers often cannot resolve local names: use the IP address.",
    },
  ],
  tryHere: {
    button: "Try the address from here",
    dialling: "Dialling…",
    works:
      "It works from this computer. If the charger still does not come, the fault lies between it and this address.",
    fails: (why: string) => `It does not work from this computer either. ${why}`,
    mayNot: "This browser may not dial this address from here.",
    noAnswer: "Nothing answered within 8 s.",
    refused: (code: number) => `The connection was refused (${code}).`,
  },
  /** What chargers and their tools call the fields that an address goes into, and what belongs there. */
  entries: {
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
      identityEnter: "CP1",
      identityHint: "Any name. It becomes the end of the address and the name of its page here.",
      version: "Protocol, OCPP version",
      versionEnter: "OCPP 1.6 JSON (OCPP-J, WebSocket), 2.0.1 or 2.1",
      versionHint: "Not SOAP, and not XML.",
      password: "Password, authorization key, security profile",
      passwordEnter: "empty, profile 0",
      passwordHint: "This relay asks for none.",
    },
  },
};
