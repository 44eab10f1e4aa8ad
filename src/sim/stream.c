#include "sim/stream.h"

#include <Random123/philox.h>

static void
set_cb (void *state, unsigned long seed)
{
  mis_stream_init (state, seed, 0, 0, 0);
}

/* GSL's generators give a long, which has 32 bits on some systems. */
static unsigned long
get_cb (void *state)
{
  return (unsigned long) (mis_stream_next (state) >> 32);
}

static double
get_double_cb (void *state)
{
  return mis_stream_uniform (state);
}

static const gsl_rng_type philox_type = {
  .name = "philox4x64-10",
  .max = 0xffffffffUL,
  .min = 0,
  .size = sizeof (MisStream),
  .set = set_cb,
  .get = get_cb,
  .get_double = get_double_cb,
};

void
mis_stream_init (MisStream *self, guint64 seed, guint64 series, guint64 point, guint64 run)
{
  *self = (MisStream) {
    .rng = { &philox_type, self },
    .key = { seed, series },
    .counter = { 0, run, point, 0 },
  };
}

void
mis_stream_seek (MisStream *self, guint64 part)
{
  self->counter[0] = 0;
  self->counter[3] = part;
  self->n_left = 0;
}

void
mis_stream_refill (MisStream *self)
{
  const philox4x64_ctr_t counter = { { self->counter[0], self->counter[1], self->counter[2],
                                       self->counter[3] } };
  const philox4x64_key_t key = { { self->key[0], self->key[1] } };
  philox4x64_ctr_t block = philox4x64 (counter, key);

  for (guint i = 0; i < MIS_STREAM_WORDS; i++)
    self->words[i] = block.v[i];
  self->counter[0]++;
  self->n_left = MIS_STREAM_WORDS;
}
