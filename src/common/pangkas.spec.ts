import { pangkasAkhir, pangkasTepi } from './pangkas.js';

describe('what hangs at the ends of a text', () => {
  it('is taken off, and nothing between', () => {
    expect(pangkasAkhir(' a, b,, ', /[\s,]/)).toBe(' a, b');
    expect(pangkasTepi(' ,a, b,, ', /[\s,]/)).toBe('a, b');
    expect(pangkasTepi(',,,', /,/)).toBe('');
    expect(pangkasTepi('', /,/)).toBe('');
  });

  it('of a million takes a moment, also when it is not at the end', () => {
    const sejuta = ','.repeat(1_000_000);
    expect(pangkasAkhir(`a${sejuta}x`, /,/)).toHaveLength(1_000_002);
    expect(pangkasTepi(`${sejuta}a${sejuta}`, /,/)).toBe('a');
  });
});
