interface SupervisorOptions {
  label: string;
  script: string;
  log: string;
  env: NodeJS.ProcessEnv;
  family: string;
  onRestart?: (label: string, how: string) => void;
}

export class Supervisor {
  constructor(options: SupervisorOptions);
  failed: Promise<never>;
  prove(): void;
  get pid(): number | undefined;
  stop(): Promise<void>;
}
