import { defineMessages } from '$lib/ui/messages';

/** The words of the pictures. */
export const messages = defineMessages(
  {
    plane: (name: string, size: string) => `${name}, ${size}`,
  },
  {
    plane: (name: string, size: string) => `${name}，${size}`,
  },
);
