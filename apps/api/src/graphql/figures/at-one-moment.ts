import type { Moment } from '#persistence';

/** The fields of one answer read the database at one moment, so that they fit together. Stands below `@ResolveField`. */
export function AtOneMoment() {
  return (_class: object, _name: string, method: PropertyDescriptor): void => {
    const field = method.value as (parent: { moment: Moment }, ...rest: unknown[]) => Promise<unknown>;
    method.value = function (this: unknown, parent: { moment: Moment }, ...rest: unknown[]) {
      return parent.moment.use(() => field.call(this, parent, ...rest));
    };
  };
}
