import { z } from "zod";
import { route } from "../route.ts";
import { me, mePatch } from "../workspaces.ts";

const nothing = z.strictObject({});

export const getMe = route({
  id: "getMe",
  method: "GET",
  path: "/me",
  summary: "Who you are, and the workspaces you belong to",
  tag: "Identity",
  scope: "read",
  params: nothing,
  answer: me,
});

export const changeMe = route({
  id: "changeMe",
  method: "PATCH",
  path: "/me",
  summary: "Change your name",
  tag: "Identity",
  scope: "admin",
  params: nothing,
  body: mePatch,
  answer: me,
});
