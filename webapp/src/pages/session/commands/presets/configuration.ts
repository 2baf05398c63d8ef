import type { Preset, Wanted } from "./presets";

/** Keys of OCPP 1.6 that people change, each with a value to try. */
const keys16: readonly (readonly [string, string])[] = [
  ["HeartbeatInterval", "300"],
  ["MeterValueSampleInterval", "10"],
  ["MeterValuesSampledData", "Energy.Active.Import.Register,Power.Active.Import,SoC"],
  ["ClockAlignedDataInterval", "900"],
  ["ConnectionTimeOut", "120"],
  ["WebSocketPingInterval", "30"],
  ["LocalAuthorizeOffline", "true"],
  ["LocalPreAuthorize", "false"],
  ["AuthorizeRemoteTxRequests", "true"],
  ["AuthorizationCacheEnabled", "false"],
  ["StopTransactionOnEVSideDisconnect", "true"],
  ["StopTransactionOnInvalidId", "true"],
  ["UnlockConnectorOnEVSideDisconnect", "true"],
];

/** The same for variables of 2.x: component, variable, value. */
const variables2: readonly (readonly [string, string, string])[] = [
  ["OCPPCommCtrlr", "HeartbeatInterval", "300"],
  ["OCPPCommCtrlr", "WebSocketPingInterval", "30"],
  ["SampledDataCtrlr", "TxUpdatedInterval", "10"],
  ["SampledDataCtrlr", "TxUpdatedMeasurands", "Energy.Active.Import.Register,Power.Active.Import,SoC"],
  ["AlignedDataCtrlr", "Interval", "900"],
  ["TxCtrlr", "EVConnectionTimeOut", "120"],
  ["TxCtrlr", "StopTxOnEVSideDisconnect", "true"],
  ["TxCtrlr", "StopTxOnInvalidId", "true"],
  ["AuthCtrlr", "AuthorizeRemoteStart", "true"],
  ["AuthCtrlr", "LocalAuthorizeOffline", "true"],
  ["AuthCacheCtrlr", "Enabled", "false"],
];

/** Common configuration keys and variables, to read and to write. */
export function configurationPresets({ action, version }: Wanted): Preset[] {
  const is16 = version === "ocpp1.6";
  switch (action) {
    case "GetConfiguration":
      return [
        { name: "All keys", payload: {} },
        ...(is16 ? keys16 : []).map(([key]) => ({ name: key, payload: { key: [key] } })),
      ];
    case "ChangeConfiguration":
      return keys16.map(([key, value]) => ({ name: `${key} = ${value}`, payload: { key, value } }));
    case "GetVariables":
      return variables2.map(([component, variable]) => ({
        name: `${component}.${variable}`,
        payload: { getVariableData: [{ component: { name: component }, variable: { name: variable } }] },
      }));
    case "SetVariables":
      return variables2.map(([component, variable, attributeValue]) => ({
        name: `${component}.${variable} = ${attributeValue}`,
        payload: {
          setVariableData: [{ attributeValue, component: { name: component }, variable: { name: variable } }],
        },
      }));
    default:
      return [];
  }
}
