/** What a warning tag stands for, as far as it is said in words: what is judged and what is read are the same. */
export const tagRules = {
  /** 急需优化: worse than the peers' median by this share of it, or more. */
  urgentExcess: 0.2,
  /** 持续变差: worse than before by this share of what it was, or more. */
  worseningChange: 0.1,
};

/** Fewer observations than this say little: such rows are grey, 样本不足, and never ranked. */
export const fewestObservations = 20;
