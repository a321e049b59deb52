export { NothingHere as default } from "#components/docs/nothing-here.tsx";
