import { Controller, Get, Header } from '@nestjs/common';
import { Publik } from '../../../infra/http/publik.decorator.js';

/** What programs that walk through the web may read: the directory, without its searches; of the rest nothing. */
const ROBOT = ['User-agent: *', 'Disallow: /direktori?', 'Allow: /direktori', 'Allow: /aset/', 'Disallow: /', ''].join(
  '\n',
);

@Publik()
@Controller('robots.txt')
export class RobotController {
  @Get()
  @Header('Content-Type', 'text/plain; charset=utf-8')
  @Header('Cache-Control', 'public, max-age=86400')
  baca(): string {
    return ROBOT;
  }
}
