import { BaseSequencer, type TestSpecification } from "vitest/node";

/** What takes longest, longest first: a long file that begins last keeps one core waiting for the other. */
const LONG = [
  "test/browser/looking-up",
  "test/browser/wins",
  "test/browser/my-place",
  "test/app/process",
  "test/browser/page",
  "test/wins/every-gesture",
  "test/simulate/",
  "test/app/hostile-wins",
  "test/wins/burst",
];

/** The order of files; within each, tests run in an order of chance. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const place = LONG.findIndex((long) => moduleId.includes(`/${long}`));
      return place === -1 ? LONG.length : place;
    };

    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other));
  }
}
