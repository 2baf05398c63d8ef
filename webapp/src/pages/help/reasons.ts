/** Why chargers are turned away, and what to change; the same words as the relay's own advice. */
export const reasons: { name: string; words: string }[] = [
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
];
