"use client";
export * as menu from "./menu-parts.tsx";
export { ToastLayer } from "./toast-layer.tsx";
export { TooltipLayer } from "./tooltip-layer.tsx";
