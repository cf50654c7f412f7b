export const values: Record<string, string> = { 'c3.parameters': '2,416' };
