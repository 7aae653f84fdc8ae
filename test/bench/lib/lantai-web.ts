// The floor of a page: the least Nest application that sends the same bytes, compressed by the same middleware.
// node lantai-web.ts FILE: FILE is a JSON object of address → body; reports its address to the parent.
import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import process from 'node:process';
import { Controller, Get, Module, Req, Res } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Request, Response } from 'express';
import { muat } from './app.ts';

const { mampatkan } = await muat('infra/http/mampatkan.js');
const isi = new Map(Object.entries(JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Record<string, string>));

class LantaiController {
  kirim(req: Request, res: Response): void {
    res.type('html').send(isi.get(req.originalUrl) ?? '');
  }
}
class LantaiModule {}

// Decorators are written as the calls they are: Node runs this file by stripping its types.
Reflect.decorate(
  [Get('*jalur')],
  LantaiController.prototype,
  'kirim',
  Object.getOwnPropertyDescriptor(LantaiController.prototype, 'kirim'),
);
Req()(LantaiController.prototype, 'kirim', 0);
Res()(LantaiController.prototype, 'kirim', 1);
Controller()(LantaiController);
Module({ controllers: [LantaiController] })(LantaiModule);

const app = await NestFactory.create<NestExpressApplication>(LantaiModule, { bodyParser: false, logger: false });
app.set('etag', false);
app.use(mampatkan());
await app.listen(0, '127.0.0.1');
process.send?.(`http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`);
