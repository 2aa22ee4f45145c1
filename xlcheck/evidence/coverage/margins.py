"""From which confidence of the aligner on a finding on coverage is clear."""
