import { Module } from '@nestjs/common';
import { KeaktifanModule } from '../keaktifan.module.js';
import { KeaktifanController } from './keaktifan.controller.js';

@Module({ imports: [KeaktifanModule], controllers: [KeaktifanController] })
export class KeaktifanWebModule {}
