import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Request } from 'express';
import { DomainError } from '../../common/domain-error.js';
import { PUBLIK } from './publik.decorator.js';

/** Every route needs sign-in unless it says `@Publik()`. What one may do there is asked by the services. */
@Injectable()
export class MasukGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(konteks: ExecutionContext): boolean {
    const publik = this.reflector.getAllAndOverride<boolean>(PUBLIK, [konteks.getHandler(), konteks.getClass()]);
    if (publik || konteks.switchToHttp().getRequest<Request>().aktor) return true;
    throw new DomainError('perlu-masuk');
  }
}
