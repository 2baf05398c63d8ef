/** What parts say that stand on several pages. */
export const partsWords = {
  copy: "Copy",
  copied: "Copied",
  notCopied: "Not copied",
  undo: "Undo",
  broken: {
    says: "This part stopped working. Your log and rules are safe.",
    reload: "Reload this part",
    copyDetails: "Copy details",
  },
  /** Why an address may not be the one to take. */
  address: {
    own: "what this page uses",
    needsCertificate: "needs a certificate in front of the relay",
    plain: "plain, for chargers without TLS; port 80",
    published: "public address of this relay",
  },
  identity: {
    tooLong: "Longer than 255 bytes: the relay turns such a name away.",
    colon: "A colon ends the user name in Basic authentication; OCPP 2.x forbids it in a name.",
    longFor2: "OCPP 2.x allows at most 48 characters in a name.",
  },
};
