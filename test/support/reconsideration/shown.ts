interface Clock {
  code: string;
  status: string;
  dueOn: string | null;
  metOn: string | null;
  explanation: { zh: string[] };
}

interface Step {
  id: string;
  kind: string;
  on: string;
  deemed: boolean;
  takenBack: boolean;
  of: string | null;
  record: Record<string, unknown>;
}

export interface TheCase {
  id: string;
  version: number;
  state: { code: string; zh: string };
  procedure: string;
  clocks: Clock[];
  steps: Step[];
  obligations: { kind: string; status: string; dueOn: string | null; next: { words: { zh: string } }[] }[];
  beforeDecision: { code: string; needed: boolean; satisfied: boolean }[];
  timeline: { text: { zh: string }; by: string | null; basis: { zh: string }[] }[];
  proceeding: {
    acceptedOn: string | null;
    closedOn: string | null;
    dueOn: string | null;
    outcome: { code: string } | null;
  };
}

export interface Refused {
  code: string;
  message: { zh: string };
  remedy: { zh: string };
  basis: { zh: string }[];
  who: { zh: string }[];
  details: string[];
}

/** What a test reads of a case. */
export const SHOWN = `id version state { code zh } procedure clocks { code status dueOn metOn explanation { zh } }
  steps { id kind on deemed takenBack of record }
  obligations { kind status dueOn next { words { zh } } } beforeDecision { code needed satisfied } timeline { text { zh } by basis { zh } }
  proceeding { acceptedOn closedOn dueOn outcome { code } }`;
export const REFUSED = 'code message { zh } remedy { zh } basis { zh } who { zh } details';
