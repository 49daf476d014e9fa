import {
  Kind,
  type ASTVisitor,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type ValidationContext,
} from 'graphql';
import { LIMITS } from './limits.ts';
import { overLimit } from './refusals.ts';

/** How deep and how wide a selection is, with everything its fragments bring. */
interface Shape {
  depth: number;
  aliases: number;
  directives: number;
  fields: number;
  rootFields: number;
}

type Selecting = OperationDefinitionNode | FragmentDefinitionNode | SelectionNode;

const EMPTY: Shape = { depth: 0, aliases: 0, directives: 0, fields: 0, rootFields: 0 };

/** A validation rule: it runs once for each text, which is then kept as valid. A fragment is measured once. */
export function shapeRule(context: ValidationContext): ASTVisitor {
  const known = new Map<string, Shape>();

  function spread(name: string): Shape {
    const found = known.get(name);
    if (found) return found;
    known.set(name, EMPTY); // a fragment within itself is refused by another rule
    const fragment = context.getFragment(name);
    const shape = fragment ? measure(fragment) : EMPTY;
    known.set(name, shape);
    return shape;
  }

  function measure(node: Selecting): Shape {
    const inner = inside(node);
    const isField = node.kind === Kind.FIELD;
    return {
      depth: inner.depth + (isField ? 1 : 0),
      aliases: inner.aliases + (isField && node.alias ? 1 : 0),
      directives: inner.directives + (node.directives?.length ?? 0),
      fields: inner.fields + (isField ? 1 : 0),
      rootFields: isField ? 1 : inner.rootFields,
    };
  }

  function inside(node: Selecting): Shape {
    if (node.kind === Kind.FRAGMENT_SPREAD) return spread(node.name.value);
    return (node.selectionSet?.selections ?? []).map(measure).reduce(together, EMPTY);
  }

  return {
    OperationDefinition(operation) {
      const shape = measure(operation);
      for (const limit of Object.keys(shape) as (keyof Shape)[])
        if (shape[limit] > LIMITS[limit]) context.reportError(overLimit(limit, shape[limit]));
    },
  };
}

const together = (a: Shape, b: Shape): Shape => ({
  depth: Math.max(a.depth, b.depth),
  aliases: a.aliases + b.aliases,
  directives: a.directives + b.directives,
  fields: a.fields + b.fields,
  rootFields: a.rootFields + b.rootFields,
});
