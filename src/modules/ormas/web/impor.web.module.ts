import { Module } from '@nestjs/common';
import { ImporModule } from '../impor.module.js';
import { ImporBarisController } from './impor-baris.controller.js';
import { ImporController } from './impor.controller.js';

@Module({ imports: [ImporModule], controllers: [ImporController, ImporBarisController] })
export class ImporWebModule {}
