#include "random-texts.h"

static const char *const names[] = {
  "",
  "Customer",
  "Food and groceries",
  "<b>Bold & bright</b>",
  "&amp; %s %n \\ / \"quoted\"",
  "Über-Ziel",
  "目標",
  "هدف",
  "e\xcc\x81 and \xc3\xa9",
  "\xf0\x9f\x9b\x92",
  " spaced ",
  "\xe2\x80\xa8line separator",
  "null",
};

static const char *const texts[] = {
  "",
  "One line.",
  "First line\nsecond line\n\tindented",
  "\"quoted\", back\\slash, <markup/>, 100 %",
  "Naïve façade – “quotes” … ½",
  "長い説明文",
  "https://arxiv.org/abs/2406.04231",
};

gboolean
mis_random_one_in (GRand *rand, guint n)
{
  return g_rand_int_range (rand, 0, (gint32) n) == 0;
}

guint
mis_random_up_to (GRand *rand, guint max)
{
  return (guint) g_rand_int_range (rand, 0, (gint32) max + 1);
}

double
mis_random_probability (GRand *rand)
{
  switch (mis_random_up_to (rand, 7))
    {
    case 0:
      return 0.0;
    case 1:
      return 1.0;
    case 2:
    case 3:
    case 4:
      return mis_random_up_to (rand, 100) / 100.0;
    case 5:
      return mis_random_up_to (rand, 10) * 1e-300;
    default:
      return g_rand_double (rand);
    }
}

void
mis_random_range (GRand *rand, double value, double *low, double *high)
{
  *low = mis_random_one_in (rand, 4) ? value * g_rand_double (rand) : value;
  *high = mis_random_one_in (rand, 4) ? MIN (1.0, value + (1.0 - value) * g_rand_double (rand))
                                      : value;
}

const char *
mis_random_name (GRand *rand)
{
  return names[mis_random_up_to (rand, G_N_ELEMENTS (names) - 1)];
}

const char *
mis_random_text (GRand *rand)
{
  return mis_random_one_in (rand, 2) ? ""
                                     : texts[mis_random_up_to (rand, G_N_ELEMENTS (texts) - 1)];
}

MisNote *
mis_random_note (GRand *rand)
{
  return mis_random_one_in (rand, 4)
           ? mis_note_new (mis_random_text (rand), mis_random_text (rand))
           : NULL;
}

char *
mis_random_id (GRand *rand, const char *stem, guint number)
{
  static const char *const joints[] = { "-", "", "_" };

  return g_strdup_printf ("%s%s%u", stem, joints[mis_random_up_to (rand, 2)], number);
}
