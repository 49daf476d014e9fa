import { BaseSequencer, type TestSpecification } from 'vitest/node';

const startsPrograms = ({ moduleId }: TestSpecification) => moduleId.includes('/test/integration/');

/** Nobody is to wait in the end for a file that takes minutes: those that start whole programs come first. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...sorted.filter(startsPrograms), ...sorted.filter(one => !startsPrograms(one))];
  }
}
