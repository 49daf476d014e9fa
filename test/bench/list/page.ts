/** The list page as a client asks for it: 13 fields, the organ's code and name, the respondent's name. */
export const LIST_QUERY = `query List($organ: String, $after: String) {
  proceedings(organ: $organ, first: 20, after: $after) {
    nodes {
      id register kind instance caseNumber receivedOn acceptedOn closedOn dueOn applicants afterReconsideration appeared version
      organ { code name }
      respondent { name }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

export interface PageAsked {
  organ: string | null;
  after: string | null;
}

/** The body a client sends; the floor reads the variables of the same body. */
export const bodyOf = (variables: PageAsked): string =>
  JSON.stringify({ query: LIST_QUERY, operationName: 'List', variables });
