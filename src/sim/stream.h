/* stream.h: a stream of random numbers for each run, whatever thread it falls to.
 *
 * Philox 4x64-10 (Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC 2011): block i
 * of a part of a stream is a function of (seed, series, point, run, part, i), so streams need no
 * order among each other and never meet.
 */
#pragma once

#include <glib.h>
#include <gsl/gsl_rng.h>

G_BEGIN_DECLS

#define MIS_STREAM_WORDS 4u

/**
 * MisStream:
 * @rng: the same stream for the distributions of GSL
 * @key, @counter: of the next block
 * @words: (array length=4): the present block, of which the last @n_left are to come
 *
 * Must not move in memory once initialized.
 */
typedef struct
{
  gsl_rng rng;
  guint64 key[2];
  guint64 counter[4];
  guint64 words[MIS_STREAM_WORDS];
  guint n_left;
} MisStream;

void mis_stream_init (MisStream *stream, guint64 seed, guint64 series, guint64 point, guint64 run);

/**
 * mis_stream_seek:
 * @part: from 0; a new stream is at the beginning of part 0
 *
 * Goes to the beginning of a part of the stream. Parts never meet: what one is used for does not
 * move the numbers of another.
 */
void mis_stream_seek (MisStream *stream, guint64 part);

/* The next block. */
void mis_stream_refill (MisStream *stream);

/* 64 random bits. */
static inline guint64
mis_stream_next (MisStream *stream)
{
  if (stream->n_left == 0)
    mis_stream_refill (stream);
  return stream->words[MIS_STREAM_WORDS - stream->n_left--];
}

/* Uniform on [0,1), a multiple of 2^-53. */
static inline double
mis_stream_uniform (MisStream *stream)
{
  return (double) (mis_stream_next (stream) >> 11) * 0x1p-53;
}

G_END_DECLS
