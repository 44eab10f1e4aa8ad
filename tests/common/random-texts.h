/* random-texts.h: the small choices that random-world.c is made of. Private to it. */
#pragma once

#include "core/note.h"

G_BEGIN_DECLS

/* True with probability 1 in @n. */
gboolean mis_random_one_in (GRand *rand, guint n);

/* A whole number from 0 to @max, both included. */
guint mis_random_up_to (GRand *rand, guint max);

/* A number in [0,1]: often a round one, sometimes an end, sometimes one with all its digits. */
double mis_random_probability (GRand *rand);

/* A range around @value within [0,1]; half of the time both ends are @value. */
void mis_random_range (GRand *rand, double value, double *low, double *high);

/* Text of a name, or of a description; now and then empty. */
const char *mis_random_name (GRand *rand);
const char *mis_random_text (GRand *rand);

/* (transfer full) (nullable): a note with its source, either, or none. */
MisNote *mis_random_note (GRand *rand);

/* (transfer full): "STEM-NUMBER", "STEMNUMBER" or "STEM_NUMBER": as unique an id as @number is. */
char *mis_random_id (GRand *rand, const char *stem, guint number);

G_END_DECLS
