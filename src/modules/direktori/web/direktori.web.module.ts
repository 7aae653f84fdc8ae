import { Module } from '@nestjs/common';
import { DirektoriModule } from '../direktori.module.js';
import { BatasLaju } from './batas-laju.js';
import { DataController } from './data.controller.js';
import { DirektoriController } from './direktori.controller.js';
import { RobotController } from './robot.controller.js';

@Module({
  imports: [DirektoriModule],
  // The data first: its addresses would be ids of ormas otherwise.
  controllers: [DataController, DirektoriController, RobotController],
  providers: [BatasLaju],
})
export class DirektoriWebModule {}
