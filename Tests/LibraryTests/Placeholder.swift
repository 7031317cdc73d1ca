// The first tests come with the first slice.
