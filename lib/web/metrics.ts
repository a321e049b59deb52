import { monitorEventLoopDelay } from "node:perf_hooks";
import { programVersion } from "./program.ts";

const delay = monitorEventLoopDelay({ resolution: 20 });
delay.enable();

type Metric = { name: string; kind: "gauge" | "counter"; help: string; value: number; labels?: string };

/** Of this process only: nothing of what is in it. */
export function metrics(): string {
  const memory = process.memoryUsage();
  const cpu = process.cpuUsage();
  const all: Metric[] = [
    gauge("sourceline_info", "Version that runs.", 1, `{version="${programVersion}"}`),
    gauge("process_start_time_seconds", "When the process started.", Date.now() / 1000 - process.uptime()),
    gauge("process_resident_memory_bytes", "Memory held.", memory.rss),
    gauge("nodejs_heap_size_used_bytes", "Heap in use.", memory.heapUsed),
    gauge("nodejs_eventloop_lag_p99_seconds", "Event loop delay.", delay.percentile(99) / 1e9),
    {
      name: "process_cpu_seconds_total",
      kind: "counter",
      help: "Processor time spent.",
      value: (cpu.user + cpu.system) / 1e6,
    },
  ];
  return all.map(written).join("");
}

function gauge(name: string, help: string, value: number, labels = ""): Metric {
  return { name, kind: "gauge", help, value, labels };
}

function written({ name, kind, help, value, labels = "" }: Metric): string {
  return `# HELP ${name} ${help}\n# TYPE ${name} ${kind}\n${name}${labels} ${value}\n`;
}
