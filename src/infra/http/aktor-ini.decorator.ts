import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type Request } from 'express';
import { type Aktor } from '../../common/aktor.js';
import { DomainError } from '../../common/domain-error.js';

declare module 'express-serve-static-core' {
  interface Request {
    /** Who is signed in; set by the session middleware, null for the public. */
    aktor?: Aktor | null;
  }
}

/** The signed-in actor of the request; throws `perlu-masuk` when nobody is signed in. */
export const AktorIni = createParamDecorator((_: unknown, konteks: ExecutionContext): Aktor => {
  const aktor = konteks.switchToHttp().getRequest<Request>().aktor;
  if (!aktor) throw new DomainError('perlu-masuk');
  return aktor;
});
