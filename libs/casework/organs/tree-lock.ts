/** Any number: the tree is moved by one writer at a time, so that two moves cannot make a circle. */
export const TREE_LOCK = 4_018;
