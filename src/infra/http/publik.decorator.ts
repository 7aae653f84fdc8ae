import { SetMetadata } from '@nestjs/common';

export const PUBLIK = 'publik';

/** Opens a route to people who are not signed in; every other route needs sign-in. */
export const Publik = () => SetMetadata(PUBLIK, true);
