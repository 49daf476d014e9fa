/** Shown in GraphiQL and in the README: one query, the published figures of a city. */
export const FIRST_QUERY = `{
  figures(input: { organ: "luzhou", register: RECONSIDERATION, from: "2017-01-01", to: "2017-12-31" }) {
    organ { name }
    stockAndFlow {
      carriedOverHandled { zh value }
      received { zh value }
      disposed { zh value ref }
      openHandled { zh value }
    }
    outcomes(merge: [{ label: "撤销或责令履行", codes: ["REVOKED", "ORDERED_TO_PERFORM"] }]) { label value }
    identities { zh holds }
  }
}
`;
